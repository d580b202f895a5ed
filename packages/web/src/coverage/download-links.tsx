import type { ReactElement } from "react";
import { coverageTexts } from "#language/coverage.ts";
import { useTexts } from "#language/use-texts.ts";
import { Actions, ButtonLink, Icon } from "#ui";

/** All villages as files: the same numbers as on the screen, nothing more. */
export function DownloadLinks(): ReactElement {
  const t = useTexts(coverageTexts);
  return (
    <Actions>
      <ButtonLink look="plain" small href="/cakupan.csv" download>
        <Icon name="download" /> {t.csv}
      </ButtonLink>
      <ButtonLink look="plain" small href="/cakupan.json">
        {t.json}
      </ButtonLink>
    </Actions>
  );
}
