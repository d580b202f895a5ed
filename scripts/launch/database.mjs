// The database the application works on: the one of DATABASE_URL, or the embedded one, kept alive.
import { attachOrStart } from "../postgres.mjs";
import { Trouble } from "./trouble.mjs";

const lookEveryMs = 500;
const patience = { deaths: 5, withinMs: 60_000 };

/** @typedef {{ url: string, isEmbedded: boolean, lost: Promise<Trouble>, stop: () => Promise<void> }} Database */

/**
 * @param {string | undefined} url
 * @param {string} dataDir
 * @returns {Promise<Database>}
 */
export async function openDatabase(url, dataDir) {
  const never = /** @type {Promise<Trouble>} */ (new Promise(() => undefined));
  if (url) return { url, isEmbedded: false, lost: never, stop: async () => undefined };
  return keepAlive(await attachOrStart({ dataDir }), dataDir);
}

/** A database that was killed comes back at the same address, so that the application only loses what was under way.
 * @param {import("../postgres.mjs").EmbeddedPostgres} first @param {string} dataDir @returns {Database} */
function keepAlive(first, dataDir) {
  let server = first;
  let isStopping = false;
  /** @type {number[]} */
  const deaths = [];
  const lost = new Promise((resolve) => {
    const look = async () => {
      if (isStopping) return;
      if (!server.isRunning()) {
        deaths.push(Date.now());
        const revived = mayRevive(deaths) && (await revive(server, dataDir));
        if (!revived) return resolve(new Trouble("database-gone"));
        server = revived;
        if (isStopping) return server.stop();
      }
      setTimeout(look, lookEveryMs);
    };
    setTimeout(look, lookEveryMs);
  });
  const stop = () => {
    isStopping = true;
    return server.stop();
  };
  return { url: first.url, isEmbedded: true, lost, stop };
}

/** @param {number[]} deaths */
function mayRevive(deaths) {
  return deaths.filter((at) => at > Date.now() - patience.withinMs).length <= patience.deaths;
}

/** @param {import("../postgres.mjs").EmbeddedPostgres} died @param {string} dataDir */
async function revive(died, dataDir) {
  process.stdout.write("Basis data berhenti, dihidupkan lagi · the database stopped, bringing it back\n");
  await died.stop();
  try {
    const server = await attachOrStart({ dataDir, port: died.port });
    return server.url === died.url ? server : null;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}
