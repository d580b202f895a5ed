import { createTransport } from "nodemailer";
import { AppError, type Config } from "#app";

export type Letter = { readonly subject: string; readonly text: string };
type Addressed = Letter & { readonly to: string; readonly id: string };

const patienceMillis = 20_000;
const onThisMachine = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Sends one letter over the city's mail server, encrypted unless the server is this machine (RFC 3207). A letter sent twice
 * carries one Message-ID. Throws `unavailable` when trying later may help and `conflict` when the server refuses it for good
 * (RFC 5321, 4.2.1: 5yz); neither carries an address, as failures are logged.
 */
export async function sendLetter(
  { url, from }: NonNullable<Config["mail"]>,
  { id, ...letter }: Addressed,
): Promise<void> {
  const transport = createTransport({
    url,
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
    throw new AppError(isForGood ? "conflict" : "unavailable", { reason: "mail", smtp: responseCode });
  } finally {
    transport.close();
  }
}

const domainOf = (from: string): string => /@([^\s>]+)/.exec(from)?.[1] ?? "localhost";
