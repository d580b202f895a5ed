import type { ReactElement } from "react";
import type { ShownWorker } from "@tuwai/server/workers";
import { CoverTag } from "#cover";
import { wordOf } from "#language/word-of.ts";
import { contributionTexts } from "#language/contributions.ts";
import { formatMonth } from "#language/format.ts";
import { peopleTexts } from "#language/people.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { Table, type Column } from "#ui";
import { StageTag } from "./stage-tag.tsx";

type Props = { readonly workers: readonly ShownWorker[]; readonly isOneVillage: boolean };

/** Columns are those whose keys the role was given; nothing stands here empty because it is forbidden. */
export function WorkerTable({ workers, isOneVillage }: Props): ReactElement {
  const t = useTexts(peopleTexts);
  const to = useLocalPath();
  const first = workers[0] ?? {};
  /** The stage says what the state of cover says, and more. */
  const isSaid = (key: keyof ShownWorker): boolean =>
    (key === "coverageStatus" && "stage" in first) || (key === "village" && isOneVillage);
  const name: Column<ShownWorker> = {
    key: "name",
    head: t.columns.name,
    cell: ({ code = "", fullName }) => (
      <>
        <a href={to(`/pekerja/${code}`)}>{fullName === undefined || fullName === "" ? code : fullName}</a>
        <div className="quiet small">{code}</div>
      </>
    ),
  };
  return (
    <Table
      caption={t.caption}
      rows={workers}
      keyOf={({ code = "" }) => code}
      columns={[name, ...useFurtherColumns().filter(({ key }) => key in first && !isSaid(key))]}
    />
  );
}

function useFurtherColumns(): (Column<ShownWorker> & { readonly key: keyof ShownWorker })[] {
  const t = useTexts(peopleTexts);
  const c = useTexts(contributionTexts);
  const language = useLanguage();
  return [
    {
      key: "stage",
      head: t.columns.stage,
      cell: ({ stage, isEndorsed }) =>
        stage === undefined ? null : <StageTag stage={stage} isEndorsed={isEndorsed} />,
    },
    {
      key: "coverageStatus",
      head: t.columns.cover,
      cell: ({ coverageStatus }) => coverageStatus && <CoverTag state={coverageStatus} />,
    },
    {
      key: "paidUntil",
      phone: "left-out",
      head: t.columns.paid,
      cell: ({ paidUntil, coverageStatus }) => {
        if (paidUntil) return t.paidUntil(formatMonth(language, paidUntil));
        return coverageStatus === "covered" ? t.unknown : t.notPaid;
      },
    },
    {
      key: "fundSource",
      head: t.columns.payer,
      cell: ({ fundSource }) => (fundSource ? wordOf(c.fundSources, fundSource) : t.nobody),
    },
    {
      key: "occupationGroup",
      phone: "left-out",
      head: t.columns.occupation,
      cell: ({ occupationGroup }) => (occupationGroup ? wordOf(c.occupations, occupationGroup) : t.unknown),
    },
    {
      key: "ageBand",
      phone: "left-out",
      head: t.columns.age,
      cell: ({ ageBand }) => ageBand && t.ages[ageBand],
    },
    { key: "village", head: t.columns.village, cell: ({ village }) => village?.name },
  ];
}
