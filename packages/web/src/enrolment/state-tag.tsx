import type { ReactElement } from "react";
import { wordOf } from "#language/word-of.ts";
import { enrolmentTexts } from "#language/enrolment.ts";
import { useTexts } from "#language/use-texts.ts";
import { Tag, type Status } from "#ui";

const statuses: Readonly<Record<string, Status>> = {
  ready: "waiting",
  "in-packet": "process",
  draft: "process",
  sent: "process",
  waiting: "process",
  accepted: "active",
  answered: "done",
  rejected: "refused",
  ended: "inactive",
  withdrawn: "inactive",
};

/** The state of an enrolment, of a packet, or of one line of a packet. */
export function StateTag(props: {
  readonly of: "states" | "packetStates" | "lineStates";
  readonly state: string;
}): ReactElement {
  const t = useTexts(enrolmentTexts);
  const words = {
    states: t.states,
    packetStates: t.packetStates,
    lineStates: t.lineStates,
  };
  return <Tag status={statuses[props.state] ?? "waiting"}>{wordOf(words[props.of], props.state)}</Tag>;
}
