import type { ReactElement } from "react";
import { tariffTexts } from "#language/tariff.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkTabs } from "#ui";
import { type ContributionSection, contributionSections } from "./contribution-sections.ts";

/** The parts of contributions as tabs; nothing where only one opens. */
export function ContributionTabs(props: {
  readonly here: ContributionSection;
  readonly seen: readonly ContributionSection[];
}): ReactElement | null {
  const t = useTexts(tariffTexts);
  const to = useLocalPath();
  if (props.seen.length < 2) return null;
  return (
    <LinkTabs
      label={t.sectionsLabel}
      choices={contributionSections
        .filter(({ section }) => props.seen.includes(section))
        .map(({ section, path }) => ({
          href: to(path),
          label: t.sections[section],
          current: section === props.here,
        }))}
    />
  );
}
