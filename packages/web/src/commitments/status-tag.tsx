import type { CommitmentState, PublicStatus } from "@tuwai/domain/commitments";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { useTexts } from "#language/use-texts.ts";
import { type Status, Tag } from "#ui";

const looks: Readonly<Record<CommitmentState, Status>> = {
  belum: "waiting",
  rancangan: "waiting",
  dinyatakan: "process",
  "masuk-rkpdes": "process",
  "masuk-rapbdes": "process",
  "dievaluasi-sesuai": "process",
  "dievaluasi-perlu-diperbaiki": "arrears",
  ditetapkan: "active",
  "cair-sebagian": "active",
  lunas: "active",
  ditarik: "inactive",
};

export function StateTag({ state }: { readonly state: CommitmentState }): ReactElement {
  const t = useTexts(commitmentTexts);
  return <Tag status={looks[state]}>{t.states[state]}</Tag>;
}

/** What the rule says of it, where it says more than the state does. */
export function StatusLine({ status }: { readonly status: PublicStatus }): ReactElement | null {
  const t = useTexts(commitmentTexts);
  if (status === "silent" || status === "withdrawn") return null;
  return <div className="quiet small">{t.statuses[status]}</div>;
}
