import { useEffect, useRef, useState, type KeyboardEvent, type ReactElement, type ReactNode } from "react";
import { linkingTexts } from "#language/linking.ts";
import { useTexts } from "#language/use-texts.ts";
import styles from "./pair.module.css";

/**
 * The pair and its answers. Where scripts run, S, B, R and U press the button that carries the key, but only while the
 * focus is in here and not in a field (WCAG 2.1.4); after an answer the focus comes here by itself.
 */
export function ReviewArea(props: {
  readonly label: string;
  readonly isFocused: boolean;
  readonly children: ReactNode;
}): ReactElement {
  const { label, isFocused, children } = props;
  const t = useTexts(linkingTexts).question;
  const area = useRef<HTMLElement>(null);
  const [isAlive, setAlive] = useState(false);
  useEffect(() => {
    setAlive(true);
    if (isFocused) area.current?.focus({ preventScroll: true });
  }, [isFocused]);
  return (
    <section ref={area} tabIndex={-1} aria-label={label} className={styles["area"]} onKeyDown={pressKey}>
      {isAlive && (
        <p className="quiet small" tabIndex={-1}>
          {t.keys}
        </p>
      )}
      {children}
    </section>
  );
}

function pressKey(event: KeyboardEvent<HTMLElement>): void {
  const target = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
    return;
  const key = event.key.toLowerCase();
  if (!/^[sbru]$/.test(key)) return;
  const main = event.currentTarget.ownerDocument;
  const button = main.querySelector<HTMLButtonElement>(`main [data-key="${key}"]`);
  if (button === null) return;
  event.preventDefault();
  button.click();
}
