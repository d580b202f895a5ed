import type { FollowUpGroup, FollowUpState } from "@tuwai/domain/follow-ups";
import type { ReactElement } from "react";
import { followUpTexts } from "#language/follow-ups.ts";
import { useTexts } from "#language/use-texts.ts";
import { type Status, Tag } from "#ui";

const statuses: Readonly<Record<FollowUpGroup, Status>> = {
  late: "arrears",
  cannot: "refused",
  waiting: "decision",
  running: "waiting",
  kept: "active",
  withdrawn: "inactive",
};

/** Where a follow-up stands, in shape and word; what is open and late says so. */
export function FollowUpTag(props: {
  readonly state: FollowUpState;
  readonly standing: FollowUpGroup;
}): ReactElement {
  const t = useTexts(followUpTexts);
  const { state, standing } = props;
  return <Tag status={statuses[standing]}>{standing === "late" ? t.groups.late : t.states[state]}</Tag>;
}
