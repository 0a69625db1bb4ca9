/** `npm start`: installs what is missing and serves the playground on this machine only. */
import path from 'node:path';
import { ensurePackages, requireNode } from './install.mjs';
import { Problem, root, runMain } from './root.mjs';

const defaultPort = 5173;
const host = '127.0.0.1';

runMain(async () => {
  requireNode();
  const wantedPort = readPort(process.env.PORT);
  await ensurePackages();

  const { createServer } = await import('vite');
  const server = await createServer({
    configFile: path.join(root, 'vite.config.ts'),
    server: { host, port: wantedPort, strictPort: false },
    clearScreen: false,
  });
  await server.listen().catch((error) => {
    throw new Problem(`The playground could not be served on ${host}:${wantedPort}: ${error.message}`);
  });

  const { port } = server.httpServer.address();
  if (wantedPort !== 0 && port !== wantedPort) console.log(`Port ${wantedPort} is taken; using ${port} instead.`);
  console.log(`\n  Playground: http://${host}:${port}/\n  Ctrl+C ends it.\n`);

  let ending = false;
  const end = async () => {
    // A second Ctrl+C does not wait for open connections.
    if (ending) process.exit(1);
    ending = true;
    await server.close();
    process.exit(0);
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
});

/** The port from the environment: a whole number up to 65535, 0 for any free one. */
function readPort(text) {
  if (text === undefined || text.trim() === '') return defaultPort;
  const port = /^\d+$/.test(text.trim()) ? Number(text) : NaN;
  if (!(port <= 65535)) throw new Problem(`PORT must be a number from 0 to 65535; it is ${JSON.stringify(text)}.`);
  return port;
}
