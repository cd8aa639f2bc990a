/** A message as it is read best: laid out where it is JSON, else as it is. */
export function readable(content: string): string {
  try {
    return JSON.stringify(JSON.parse(content), undefined, 2);
  } catch {
    return content;
  }
}
