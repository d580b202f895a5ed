import { createServer } from "node:net";
import { Trouble } from "./trouble.mjs";

// An application whose launcher was killed a moment ago is still on its way out.
const releaseMs = 1500;

/**
 * The port to serve on, from PORT.
 * @param {string | undefined} text
 */
export function portOf(text) {
  const port = Number(text || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Trouble("port-invalid", { port: String(text) });
  return port;
}

/**
 * Throws when the port cannot be opened: better now, with a sentence, than after a minute of installing.
 * @param {number} port
 * @param {string} host
 */
export async function refuseTakenPort(port, host) {
  const until = Date.now() + releaseMs;
  let code = await tryToListen(port, host);
  while (code === "EADDRINUSE" && Date.now() < until) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    code = await tryToListen(port, host);
  }
  if (code === "EADDRINUSE")
    throw new Trouble((await isOurs(port, host)) ? "port-ours" : "port-taken", { port });
  if (code === "EACCES") throw new Trouble("port-forbidden", { port });
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND") throw new Trouble("host-unknown", { host: host });
}

/**
 * Where the launcher itself asks the server: a wildcard address is not one to connect to.
 * @param {number} port
 * @param {string} host
 */
export function addressOf(port, host) {
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${name.includes(":") ? `[${name}]` : name}:${port}`;
}

/**
 * What `/api/v1/health` answers, null when nobody answers it.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<{ ready: boolean } | null>}
 */
export async function healthAt(port, host) {
  try {
    const response = await fetch(`${addressOf(port, host)}/api/v1/health`, {
      signal: AbortSignal.timeout(2000),
    });
    const body = await response.json();
    return typeof body?.ready === "boolean" ? { ready: response.ok && body.ready } : null;
  } catch {
    return null;
  }
}

/** @param {number} port @param {string} host */
async function isOurs(port, host) {
  return (await healthAt(port, host)) !== null;
}

/** @param {number} port @param {string} host @returns {Promise<string | undefined>} the error code */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (error) => resolve(/** @type {NodeJS.ErrnoException} */ (error).code));
    probe.listen({ port, host, exclusive: true }, () => probe.close(() => resolve(undefined)));
  });
}
