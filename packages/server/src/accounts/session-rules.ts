import type { Role } from "#app";
import { jurisdictionOf } from "#access";

const minute = 60_000;

/**
 * How long a session may lie unused (ASVS 5.0, 7.1.1 and 7.3.1; reliability.md H.1): half an hour; eight hours in a village,
 * where a list is typed between one visitor and the next.
 */
export function idleMillis(role: Role): number {
  return jurisdictionOf(role) === "village" ? 8 * 60 * minute : 30 * minute;
}

/** Sessions of one person at a time; the oldest ends when another begins (reliability.md T07). */
export const sessionsEach = 3;
