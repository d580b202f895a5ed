import type { ReactElement } from "react";
import { useLocation } from "react-router";
import { occupationGroups } from "@tuwai/domain/occupations";
import type { WorkerPage, WorkerQuery } from "@tuwai/server/workers";
import { wordOf } from "#language/word-of.ts";
import { contributionTexts } from "#language/contributions.ts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { indicatorTexts } from "#language/indicators.ts";
import { peopleTexts } from "#language/people.ts";
import type { Texts } from "#language/language.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { searchField, searchMark } from "#shell";
import { FilterBar, SelectField, TextField, withQuery, type Option, optionsOf } from "#ui";
import type { FilterName } from "./worker-query.ts";

type Props = {
  readonly page: {
    readonly query: WorkerQuery;
    readonly can: WorkerPage["can"];
    readonly isFiltered: boolean;
    /** The mark of a search by number, whose digits are not shown again. */
    readonly numberMark: string | null;
    readonly mayFindByNumber: boolean;
    readonly villages: readonly { readonly code: string; readonly name: string }[];
    /** Name of the kecamatan that the list is of, where it was asked for. */
    readonly kecamatan: string | null;
  };
  readonly error?: string | undefined;
};

/** Search, filters and order; all but what is searched for stands in the address. Filters in use are chips that remove themselves. */
export function WorkerFilters({ page, error }: Props): ReactElement {
  const t = useTexts(peopleTexts);
  const to = useLocalPath();
  const words = useFilterWords(page);
  const { can, query } = page;
  return (
    <div className="stack no-print">
      <FilterBar
        sends
        action={to("/pekerja")}
        keep={{
          [searchMark]: page.numberMark ?? undefined,
          tangga: query.ladderStage,
          posisi: query.standing,
          kecamatan: query.kecamatanCode,
        }}
        clearHref={page.isFiltered ? to("/pekerja") : undefined}
      >
        <TextField
          name={searchField}
          type="search"
          label={searchLabel(t, page)}
          error={error}
          defaultValue={query.q ?? ""}
          autoComplete="off"
        />
        {page.villages.length > 0 && (
          <Select name="desa" label={t.village} value={query.villageCode} options={words.villages} />
        )}
        {can.filterStage && (
          <Select name="tahap" label={t.stage} value={query.stage} options={words.stages} />
        )}
        <Select
          name="pekerjaan"
          label={t.occupation}
          value={query.occupationGroup}
          options={words.occupations}
        />
        {can.filterTarget && (
          <Select name="kelompok" label={t.target} value={query.targetGroup} options={words.targets} />
        )}
        <SelectField
          name="urut"
          label={t.sort}
          defaultValue={query.sort ?? (can.searchNames ? "name" : "code")}
          options={words.sorts}
        />
      </FilterBar>
      <Chips page={page} />
    </div>
  );
}

function searchLabel(t: Texts<typeof peopleTexts.id>, page: Props["page"]): string {
  if (page.mayFindByNumber) return page.can.searchNames ? t.searchNumber : t.searchCodeNumber;
  return page.can.searchNames ? t.search : t.searchCode;
}

type SelectProps = {
  readonly name: FilterName;
  readonly label: string;
  readonly value: string | undefined;
  readonly options: readonly Option[];
};

function Select({ name, label, value, options }: SelectProps): ReactElement {
  const t = useTexts(peopleTexts);
  const all = { value: "", label: t.all };
  return <SelectField name={name} label={label} defaultValue={value ?? ""} options={[all, ...options]} />;
}

function Chips({ page }: Props): ReactElement | null {
  const t = useTexts(peopleTexts);
  const { pathname, search } = useLocation();
  const words = useFilterWords(page);
  const { stages: rungs } = useTexts(indicatorTexts).ladder;
  const { names: standings } = useTexts(dashboardChartTexts).stages;
  const { query } = page;
  const searched = page.numberMark === null ? query.q : t.numberSearched;
  const used: readonly (readonly [FilterName | typeof searchMark, string | undefined])[] = [
    [searchMark, searched === "" ? undefined : searched],
    ["desa", labelOf(words.villages, query.villageCode) ?? query.villageCode],
    ["tahap", labelOf(words.stages, query.stage)],
    ["tangga", query.ladderStage === undefined ? undefined : rungs[query.ladderStage]],
    ["posisi", query.standing === undefined ? undefined : standings[query.standing]],
    ["kecamatan", page.kecamatan ?? undefined],
    ["pekerjaan", labelOf(words.occupations, query.occupationGroup)],
    ["kelompok", labelOf(words.targets, query.targetGroup)],
  ];
  const shown = used.flatMap(([name, word]) => (word === undefined ? [] : [{ name, word }]));
  if (shown.length === 0) return null;
  return (
    <nav className="chips" aria-label={t.chips}>
      {shown.map(({ name, word }) => (
        <a
          key={name}
          href={pathname + withQuery(search, { [name]: null, hal: null })}
          aria-label={t.removeChip(word)}
        >
          {word} <span aria-hidden="true">×</span>
        </a>
      ))}
    </nav>
  );
}

function useFilterWords({ can, villages }: Props["page"]) {
  const t = useTexts(peopleTexts);
  const occupations = useTexts(contributionTexts).occupations;
  const hidden = new Set([...(can.searchNames ? [] : ["name"]), ...(can.filterStage ? [] : ["stage"])]);
  return {
    villages: villages.map(({ code, name }) => ({ value: code, label: name })),
    stages: optionsOf(t.stages),
    occupations: occupationGroups.map((group) => ({ value: group, label: wordOf(occupations, group) })),
    targets: optionsOf(t.targets),
    sorts: optionsOf(t.sorts).filter(({ value }) => !hidden.has(value)),
  };
}

function labelOf(options: readonly Option[], value: string | undefined): string | undefined {
  return options.find((option) => option.value === value)?.label;
}
