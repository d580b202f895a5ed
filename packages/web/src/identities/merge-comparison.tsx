import type { ReactElement } from "react";
import type { MergePreview, Stakes } from "@tuwai/server/identities";
import { correctionTexts } from "#language/corrections.ts";
import { formatDate } from "#language/format.ts";
import { identityTexts } from "#language/identities.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, Notice, Table } from "#ui";

type Row = {
  readonly key: string;
  readonly name: string;
  readonly kept: string;
  readonly other: string;
  readonly after: string;
};

/** Two entries side by side, what will stand, and what is read along. */
export function MergeComparison({ preview }: { readonly preview: MergePreview }): ReactElement {
  const t = useTexts(identityTexts);
  const rows = useRows(preview);
  return (
    <>
      {preview.reasons.length > 0 && (
        <Notice tone="warn" title={t.merge.cannot}>
          <ul>
            {preview.reasons.map((reason) => (
              <li key={reason}>{t.reasons[reason]}</li>
            ))}
          </ul>
          {preview.isBetterSwapped && <p>{t.merge.swapHelps}</p>}
        </Notice>
      )}
      <Table
        caption={`${preview.kept.name ?? preview.kept.code ?? ""} · ${preview.other.name ?? preview.other.code ?? ""}`}
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { key: "name", head: t.merge.field, cell: ({ name }) => name },
          { key: "kept", head: `${t.merge.kept} (${preview.kept.code ?? ""})`, cell: ({ kept }) => kept },
          {
            key: "other",
            head: `${t.merge.other} (${preview.other.code ?? ""})`,
            cell: ({ other }) => other,
          },
          { key: "after", head: t.merge.after, cell: ({ after }) => after && <strong>{after}</strong> },
        ]}
      />
      <Card title={t.merge.stands}>
        <p>{useStakes(preview.moves)}</p>
        <p className="quiet small">{t.merge.codes}</p>
      </Card>
    </>
  );
}

function useStakes(stakes: Stakes): string {
  const t = useTexts(identityTexts);
  const counts = Object.entries(t.stakes).flatMap(([name, words]) => {
    const n = stakes[name as keyof typeof t.stakes];
    return n > 0 ? [`${n} ${words}`] : [];
  });
  return counts.length === 0 ? t.nothing : counts.join(", ");
}

function useRows({ fields, villages, nik, familyCard }: MergePreview): readonly Row[] {
  const t = useTexts(identityTexts);
  const { sexes } = useTexts(correctionTexts);
  const language = useLanguage();
  const say = (field: string, text: string | null) => {
    if (text === null || text === "") return t.nothing;
    if (field === "birthDate") return formatDate(language, text);
    return field === "sex" ? sexes[text as keyof typeof sexes] : text;
  };
  return [
    ...fields.map(({ field, kept, other, after }) => ({
      key: field,
      name: t.fields[field],
      kept: say(field, kept),
      other: say(field, other),
      after: say(field, after),
    })),
    {
      key: "village",
      name: t.fields.village,
      kept: say("", villages[0]),
      other: say("", villages[1]),
      after: say("", villages[0]),
    },
    ...(
      [
        ["nik", nik],
        ["familyCard", familyCard],
      ] as const
    ).map(([key, sameness]) => ({
      key,
      name: t.fields[key],
      kept: t.sameness[sameness],
      other: "",
      after: "",
    })),
  ];
}
