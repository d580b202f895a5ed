import type { ReactElement } from "react";
import { uiTexts } from "#language/ui.ts";
import { useTexts } from "#language/use-texts.ts";
import { Actions, Button } from "./button.tsx";

/** The list as a file, in either form: a button for each, of the same form. `action` is the address with the list's own filters. */
export function DownloadForm({
  action,
  says,
}: {
  readonly action: string;
  readonly says: string;
}): ReactElement {
  const t = useTexts(uiTexts);
  return (
    <form method="post" action={action} className="stack">
      <p className="quiet small">{says}</p>
      <Actions>
        {(["xlsx", "csv"] as const).map((format) => (
          <Button key={format} look="plain" small name="bentuk" value={format}>
            {t.download[format]}
          </Button>
        ))}
      </Actions>
    </form>
  );
}
