import type { ReactElement } from "react";
import { meetingTexts } from "#language/meetings.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { LinkTabs } from "#ui";
import type { MeetingTab } from "./tabs-of.ts";

/** The pages of one meeting; nothing where the reader has only one. `tabs` comes from `tabsOf` in the page's loader. */
export function MeetingTabs(props: {
  readonly code: string;
  readonly here: MeetingTab["key"];
  readonly tabs: readonly MeetingTab[];
}): ReactElement | null {
  const t = useTexts(meetingTexts);
  const to = useLocalPath();
  const { code, here, tabs } = props;
  if (tabs.length < 2) return null;
  return (
    <LinkTabs
      label={t.tabs.label}
      choices={tabs.map(({ key, path }) => ({
        href: to(`/rakor/${code}${path}`),
        label: t.tabs[key],
        current: key === here,
      }))}
    />
  );
}
