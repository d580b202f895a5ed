import type { Dashboard } from "@tuwai/server/dashboards";
import { isTold } from "@tuwai/domain/dashboards";
import { lastCompleteMonth } from "@tuwai/domain/figures";
import type { ChartSpec } from "#charts";
import { contributionTexts } from "#language/contributions.ts";
import { dashboardChartTexts } from "#language/dashboard-charts.ts";
import { dashboardTexts } from "#language/dashboards.ts";
import { formatDate, formatNumber, formatPercent, formatShortRupiah } from "#language/format.ts";
import type { Language } from "#language/language.ts";

/** What every chart of a page is made from. */
export type Charted = {
  readonly dashboard: Dashboard;
  readonly language: Language;
  /** For a picture that will be passed on: no small number is told, of the whole city neither. */
  readonly isCard?: boolean;
};

/** The same for whoever is shown it without being known here. */
export const cardOf = (charted: Charted): Charted => ({
  ...charted,
  isCard: true,
  dashboard: { ...charted.dashboard, seesPersons: false },
});

/** Whether the newest complete month is told of, and so how it stands today. */
export const isNewest = ({ lastMonth, today }: Dashboard): boolean => lastMonth === lastCompleteMonth(today);

/** Numbers and days as this page writes them. */
export function sayings({ dashboard, language, isCard = false }: Charted) {
  const { few } = dashboardTexts[language];
  // A sum over the whole city is nobody's; beneath it the rules for small numbers hold.
  const seesAll = !isCard && (dashboard.seesPersons || dashboard.place.level === "city");
  return {
    number: (value: number) => formatNumber(language, value),
    percent: (value: number) => formatPercent(language, value, 0),
    short: (value: number) => formatShortRupiah(language, value),
    day: (civil: string) => formatDate(language, civil),
    /** A count of people, or that it is too small for whoever sees summaries only. */
    told: (people: number) => (isTold(people, seesAll) ? formatNumber(language, people) : few),
    cell: (people: number): number | string => (isTold(people, seesAll) ? people : few),
  };
}

type About = {
  readonly unit: string;
  readonly period?: string;
  readonly formula: string;
  readonly numerator?: string;
  readonly denominator?: string;
  readonly problems: string;
  readonly responsible?: "manager" | "data";
  readonly more?: string;
};

/** The line under a title and the panel behind the number, from the same facts. */
export function factsOf(charted: Charted, about: About): Pick<ChartSpec, "facts" | "origin"> {
  const t = dashboardChartTexts[charted.language];
  const { day } = sayings(charted);
  const { today } = charted.dashboard;
  const parts = [about.unit, about.period, t.register, t.asOf(day(today)), about.more];
  const rows = [
    [t.origin.formula, about.formula],
    [t.origin.numerator, about.numerator],
    [t.origin.denominator, about.denominator],
    [t.origin.source, t.register],
    [t.origin.read, day(today)],
    [t.origin.responsible, t.desks[about.responsible ?? "manager"]],
    [t.origin.problems, about.problems],
  ] as const;
  return {
    facts: parts.filter((part) => part !== undefined).join(" · "),
    origin: rows.flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }])),
  };
}

/** Kinds of work as the register names them. */
export function groupName(language: Language, name: string): string {
  const own: Readonly<Record<string, string>> = dashboardChartTexts[language].groups.names;
  const known: Readonly<Record<string, string>> = contributionTexts[language].occupations;
  return own[name] ?? known[name] ?? name;
}
