import { randomBytes, randomInt } from "node:crypto";

let last = { millis: 0, count: 0 };
const countBits = 12;

/**
 * A version 7 UUID (RFC 9562 §6.2, method 1): 48 bits of milliseconds, a counter within the millisecond, 62 random bits. Ids of
 * one process sort by birth, so that rows of one moment (a demo day stands still) keep their order.
 */
export function uuidv7(): string {
  const { millis, count } = (last = nextAfter(last, Date.now()));
  const bytes = randomBytes(16);
  bytes.writeUIntBE(millis, 0, 6);
  bytes.writeUInt16BE(0x7000 | count, 6);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** The counter begins low and at random; when a millisecond is full, the next one is borrowed. */
function nextAfter(before: typeof last, now: number): typeof last {
  if (now > before.millis) return { millis: now, count: randomInt(2 ** (countBits - 2)) };
  const count = before.count + 1;
  return count < 2 ** countBits ? { millis: before.millis, count } : { millis: before.millis + 1, count: 0 };
}

/** Whether an id from an address or a form can be one of ours at all; anything else is as unknown as a missing row. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
