import type { Meeting } from "@tuwai/server/meetings";
import type { ReactElement } from "react";
import { meetingTexts } from "#language/meetings.ts";
import { useTexts } from "#language/use-texts.ts";
import { type Status, Tag } from "#ui";

const looks: Readonly<Record<Meeting["state"], Status>> = {
  draft: "waiting",
  invited: "process",
  open: "active",
  closed: "done",
};

export function MeetingStateTag({ state }: Pick<Meeting, "state">): ReactElement {
  const t = useTexts(meetingTexts);
  return <Tag status={looks[state]}>{t.states[state]}</Tag>;
}
