import { createTransport } from "nodemailer";
import { AppError, type Config } from "#app";

export type Letter = { readonly subject: string; readonly text: string };
type Addressed = Letter & { readonly to: string; readonly id: string };

const patienceMillis = 20_000;
const onThisMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Sends one letter over the city's mail server, encrypted unless the server is this machine (RFC 3207). A letter sent twice
 * carries one Message-ID. Throws `unavailable` when trying later may help, with `isUnknown` where the connection broke after the letter
 * was handed over, and `conflict` when the server refuses it for good (RFC 5321, 4.2.1: 5yz); neither carries an address, as failures
 * are logged.
 */
export async function sendLetter(
  { url, from }: NonNullable<Config["mail"]>,
  { id, ...letter }: Addressed,
): Promise<void> {
  let isHandedOver = false;
  const transport = createTransport({
    url,
    debug: true,
    logger: listening((said) => {
      if (said.startsWith("354")) isHandedOver = true;
    }),
    requireTLS: !onThisMachine.has(new URL(url).hostname),
    connectionTimeout: patienceMillis,
    greetingTimeout: patienceMillis,
    socketTimeout: patienceMillis,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({ ...letter, from, messageId: `<${id}@${domainOf(from)}>` });
  } catch (error) {
    const { responseCode = 0, code = "" } = error as { responseCode?: number; code?: string };
    // A wrong password for the mail server is mended by the administrator, and then the letter goes.
    const isForGood = responseCode >= 500 && code !== "EAUTH";
    const isUnknown = isHandedOver && responseCode === 0;
    throw new AppError(isForGood ? "conflict" : "unavailable", {
      reason: "mail",
      smtp: responseCode,
      ...(isUnknown ? { isUnknown } : {}),
    });
  } finally {
    transport.close();
  }
}

const silent = () => {};

/** Hears what the server says, and keeps nothing: with 354 it begins to take the letter (RFC 5321, 4.2.3). */
function listening(hear: (said: string) => void) {
  const debug = (entry: { readonly tnx?: string }, ...said: readonly unknown[]) => {
    const last = said.at(-1);
    if (entry.tnx === "server" && typeof last === "string") hear(last);
  };
  return {
    level: silent,
    trace: silent,
    debug,
    info: silent,
    warn: silent,
    error: silent,
    fatal: silent,
  };
}

const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
