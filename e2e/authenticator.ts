import { createHmac } from "node:crypto";

const used = new Map<string, bigint>();
const stepNow = (): bigint => BigInt(Math.floor(Date.now() / 30_000));

/**
 * RFC 6238 with SHA-1, six digits, thirty seconds, as phones do it. Each code counts once: where this moment's was used it is
 * the next one's, as of a phone whose clock is ahead, and where that was used too it waits.
 */
export async function codeOf(uri: string): Promise<string> {
  const last = used.get(uri) ?? 0n;
  while (last > stepNow()) await new Promise((done) => setTimeout(done, 500));
  const step = last === stepNow() ? last + 1n : stepNow();
  used.set(uri, step);
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(step);
  const digest = createHmac("sha1", keyIn(uri)).update(counter).digest();
  const at = digest[19]! & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** The key in base 32 (RFC 4648). */
function keyIn(uri: string): Buffer {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const secret = new URL(uri).searchParams.get("secret")!.replaceAll("=", "");
  const bits = secret
    .split("")
    .map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
}
