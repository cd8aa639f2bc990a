# syntax=docker/dockerfile:1

# One image for every process of Laurel. Its command says which one:
#   docker run … laurel:0.1.0 apps/query-gateway/dist/main.js

# The same Node.js as the `node` package in package.json: what the tests ran on is what runs.
ARG NODE_IMAGE=node:24.21.0-bookworm-slim

# The manifests alone: a change of the sources leaves this result, and so the cached `npm ci`, as it was.
FROM ${NODE_IMAGE} AS manifests
WORKDIR /laurel
COPY . .
RUN find . -type f ! -name package.json ! -name package-lock.json ! -name .npmrc -delete \
  && find . -mindepth 1 -type d -empty -delete

FROM ${NODE_IMAGE} AS build
WORKDIR /laurel
COPY --from=manifests /laurel ./
# Compiling needs no package's install script, so none gets to run.
RUN npm ci --ignore-scripts
COPY . .
RUN node_modules/.bin/tsc -b && node_modules/.bin/vite build apps/console
RUN npm prune --omit=dev --ignore-scripts \
  && find apps libs -name node_modules -prune -o -type d -name src -prune -exec rm -r {} +

FROM ${NODE_IMAGE}
ENV NODE_ENV=production
WORKDIR /laurel
COPY --from=build /laurel/package.json ./
COPY --from=build /laurel/node_modules node_modules
COPY --from=build /laurel/libs libs
COPY --from=build /laurel/apps apps
# The pages that the `type` of every error points to.
COPY docs/errors docs/errors
# Owned by root and run by another: no process can change its own code. By number, since Kubernetes can't tell from a name
# that a user is not root.
USER 1000:1000
ENTRYPOINT ["node", "--enable-source-maps", "--max-semi-space-size=64", "--v8-pool-size=1", "--external-memory-accounted-in-global-limit"]
CMD ["apps/ingestion-gateway/dist/main.js"]
# Whichever service runs, its port is in the environment; 7101 is that of the command above.
HEALTHCHECK --interval=10s --timeout=4s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (process.env.LAUREL_HTTP_PORT || 7101) + '/health/live').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
