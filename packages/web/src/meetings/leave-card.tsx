import type { ReactElement } from "react";
import { meetingCardTexts } from "#language/meeting-card.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Button } from "#ui";

/** Takes the card off this phone: whoever holds another village's finds the way out at once. */
export function LeaveCard(): ReactElement {
  const t = useTexts(meetingCardTexts);
  const to = useLocalPath();
  return (
    <form method="post" action={to("/rakor/masuk")}>
      <Button look="plain" small name="aksi" value="lepas">
        {t.leave}
      </Button>
    </form>
  );
}
