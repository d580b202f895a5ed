import type { Decision } from "@tuwai/server/follow-ups";
import type { ReactElement } from "react";
import { followUpTexts } from "#language/follow-ups.ts";
import { formatDate, formatNumber } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField } from "#shell";
import { Button, Disclosure, type FormErrors, Table, Tag, TextField } from "#ui";
import { askedOf } from "./follow-up-words.ts";

type Props = {
  readonly decisions: readonly Decision[];
  readonly mayWrite: boolean;
  readonly operation: string;
  readonly errors: FormErrors;
};

/** Numbered decisions: their words, who is asked by when, and how far they are kept. */
export function DecisionList({ decisions, ...writing }: Props): ReactElement | null {
  const texts = useTexts(followUpTexts);
  const t = texts.decisions;
  const c = texts.columns;
  const language = useLanguage();
  if (decisions.length === 0) return null;
  return (
    <Table
      caption={t.title}
      rows={decisions}
      keyOf={({ id }) => id}
      columns={[
        {
          key: "text",
          head: c.what,
          cell: (row) => (
            <>
              {row.number === null ? "" : `${formatNumber(language, row.number)}. `}
              {row.text}
              <div className="quiet small">{t.kinds[row.kind]}</div>
            </>
          ),
        },
        { key: "who", head: c.who, cell: (row) => askedOf(language, row) ?? t.nobody },
        {
          key: "due",
          head: c.due,
          cell: ({ dueOn }) => (dueOn === null ? "–" : formatDate(language, dueOn)),
        },
        { key: "evidence", head: c.evidence, cell: (row) => texts.evidence[row.evidenceKind] },
        { key: "state", head: c.state, cell: (row) => <Kept row={row} /> },
        ...(writing.mayWrite
          ? [
              {
                key: "act",
                head: t.change,
                phone: "wide" as const,
                cell: (row: Decision) => <Withdraw row={row} {...writing} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function Kept({ row }: { readonly row: Decision }) {
  const t = useTexts(followUpTexts).decisions;
  const language = useLanguage();
  const to = useLocalPath();
  const { counts, withdrawnReason } = row;
  const number = (n: number) => formatNumber(language, n);
  if (withdrawnReason !== null)
    return (
      <>
        <Tag status="inactive">{t.withdrawn}</Tag> <span className="quiet small">{withdrawnReason}</span>
      </>
    );
  if (row.measure !== null) return <a href={to("/tindak-lanjut/data-kemiskinan")}>{t.follow}</a>;
  if (counts.all === 0) return "–";
  return (
    <>
      {t.kept(number(counts.kept), number(counts.all))}
      {counts.late > 0 && <div>{t.lateOf(number(counts.late))}</div>}
      {counts.cannot > 0 && <div>{t.cannotOf(number(counts.cannot))}</div>}
      <div>
        <a
          href={to(
            `/tindak-lanjut?keputusan=${row.id}${row.meetingCode === null ? "" : `&rakor=${row.meetingCode}`}`,
          )}
        >
          {t.follow}
        </a>
      </div>
    </>
  );
}

function Withdraw({ row, operation, errors }: Omit<Props, "decisions"> & { readonly row: Decision }) {
  const t = useTexts(followUpTexts);
  const error = errors[`alasan-${row.id}`];
  if (row.withdrawnAt !== null) return null;
  return (
    <Disclosure summary={t.decisions.withdraw} isOpen={error !== undefined}>
      <form method="post" className="form" noValidate>
        <OperationField id={operation} />
        <input type="hidden" name="keputusan" value={row.id} />
        <p className="hint">{t.decisions.withdrawHint}</p>
        <TextField name={`alasan-${row.id}`} label={t.page.reason} maxLength={1000} error={error} />
        <div>
          <Button look="plain" small name="aksi" value="cabut">
            {t.decisions.withdraw}
          </Button>
        </div>
      </form>
    </Disclosure>
  );
}
