import type { ReactElement } from "react";
import { payrollTexts } from "#language/payroll.ts";
import { useTexts } from "#language/use-texts.ts";
import { type Status, Tag } from "#ui";

type State = keyof typeof payrollTexts.id.states;

const looks: Readonly<Record<State, Status>> = {
  draft: "process",
  proposed: "decision",
  locked: "active",
  closed: "done",
  cancelled: "inactive",
};

export function BatchState({ state }: { readonly state: State }): ReactElement {
  const t = useTexts(payrollTexts);
  return <Tag status={looks[state]}>{t.states[state]}</Tag>;
}
