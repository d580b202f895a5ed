import type { FollowUpPage } from "@tuwai/server/follow-ups";
import type { ReactElement } from "react";
import { accountTexts } from "#language/accounts.ts";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatDate, formatInstant } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card, Table } from "#ui";

type Step = Omit<FollowUpPage["steps"][number], "takenBy">;
type Props = {
  readonly followUpId: string;
  readonly steps: readonly Step[];
  readonly reminders: FollowUpPage["reminders"];
};

type Line = { readonly key: string; readonly at: Date; readonly what: string; readonly by: string; readonly step: Step | null }; // prettier-ignore

/** Everything that happened with it, what reminded of it included, the latest first. */
export function FollowUpHistory({ followUpId, steps, reminders }: Props): ReactElement {
  const t = useTexts(followUpTexts).page;
  const roles = useTexts(accountTexts).roles;
  const language = useLanguage();
  const lines: readonly Line[] = [
    ...steps.map((step) => ({
      key: step.id,
      at: step.takenAt,
      what: t.steps[step.step],
      by: roles[step.takenRole],
      step,
    })),
    ...reminders.map(({ stage, dueOn, sentAt, toldRole }) => ({
      key: `${stage} ${dueOn}`,
      at: sentAt,
      what: t.reminders[stage],
      by: roles[toldRole],
      step: null,
    })),
  ].toSorted((a, b) => b.at.getTime() - a.at.getTime());
  if (lines.length === 0)
    return (
      <Card title={t.history}>
        <p className="quiet">{t.noHistory}</p>
      </Card>
    );
  return (
    <Table
      caption={t.history}
      rows={lines}
      keyOf={({ key }) => key}
      columns={[
        {
          key: "what",
          head: t.what,
          cell: ({ what, step }) => (
            <>
              {what} <Detail followUpId={followUpId} step={step} />
            </>
          ),
        },
        { key: "at", head: t.when, cell: ({ at, by }) => `${formatInstant(language, at)} · ${by}` },
      ]}
    />
  );
}

function Detail({ followUpId, step }: { readonly followUpId: string; readonly step: Step | null }) {
  const t = useTexts(followUpTexts).page;
  const language = useLanguage();
  const to = useLocalPath();
  if (step === null) return null;
  const { id, askedFor, dueOn, reason, paperName, paperHash } = step;
  return (
    <>
      {step.step === "ask" && askedFor !== null && t.until2(formatDate(language, askedFor))}
      {step.step === "grant" && t.until2(formatDate(language, dueOn))}
      {reason !== null && <div className="quiet">{reason}</div>}
      {paperName !== null && (
        <div>
          <a href={to(`/tindak-lanjut/${followUpId}/bukti/${id}`)}>{paperName}</a>{" "}
          <span className="quiet code small">{paperHash?.slice(0, 12)}</span>
        </div>
      )}
    </>
  );
}
