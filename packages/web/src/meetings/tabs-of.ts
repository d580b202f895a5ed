import { may, type Permission } from "@tuwai/server/access";
import type { Actor } from "@tuwai/server/app";

/** Each page of a meeting: beneath which address it stands, and who has it. A line appears with its page. */
const tabs = {
  preparation: { path: "", needs: "meeting.read" },
  agenda: { path: "/agenda", needs: "meeting.read" },
  attendance: { path: "/kehadiran", needs: "meeting.guests.read" },
  fill: { path: "/isi", needs: "meeting.fill" },
  board: { path: "/papan", needs: "meeting.run" },
  decisions: { path: "/keputusan", needs: "decision.read" },
  screen: { path: "/layar", needs: "meeting.watch" },
  minutes: { path: "/berita-acara", needs: "minutes.read" },
} as const satisfies Readonly<Record<string, { readonly path: string; readonly needs: Permission }>>;

export type MeetingTab = { readonly key: keyof typeof tabs; readonly path: string };

/** The pages of a meeting that this reader has. */
export const tabsOf = (actor: Actor): readonly MeetingTab[] =>
  (Object.keys(tabs) as (keyof typeof tabs)[])
    .filter((key) => may(actor, tabs[key].needs))
    .map((key) => ({ key, path: tabs[key].path }));
