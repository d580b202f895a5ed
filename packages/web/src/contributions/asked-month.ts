import { type Month, monthOf, parseMonth } from "@tuwai/domain/time";
import type { App } from "@tuwai/server/app";

/** The month asked for in an address (`?bulan=2026-11`), or that of today. */
export function askedMonth(app: App, query: URLSearchParams): Month {
  return parseMonth(query.get("bulan") ?? "") ?? monthOf(app.clock.today());
}
