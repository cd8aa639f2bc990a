// The entry of every command: plain JavaScript for Node 20 or newer that needs nothing installed.
// It installs and builds what changed, then runs the command's TypeScript under the Node 24 that the packages bring.
const [major] = process.versions.node.split('.').map(Number);
if (major < 20) {
  console.error(
    `Laurel needs Node 20 or newer, and this is Node ${process.versions.node}. Install a newer Node, then run the same command again.`,
  );
  process.exit(1);
}
if (process.platform === 'win32') {
  console.error('Laurel runs on Linux and macOS. On Windows, run it inside WSL.');
  process.exit(1);
}

const { main } = await import('./bootstrap/main.mjs');
process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  console.error(error.message);
  return 1;
});
