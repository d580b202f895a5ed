import { useId, type ReactElement } from "react";
import styles from "./aftercare.module.css";

/** How a part is drawn: no colour speaks alone. */
export type Look = "full" | "dotted" | "striped" | "empty";
type Part = { readonly key: string; readonly count: number; readonly look: Look };

/** One whole cut into its parts, to scale; the numbers stand beside it in words. */
export function Bar({ parts }: { readonly parts: readonly Part[] }): ReactElement | null {
  const pattern = usePatternId();
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  if (whole === 0) return null;
  return (
    <svg className={styles["bar"]} viewBox="0 0 320 16" aria-hidden="true">
      <Patterns id={pattern} />
      {parts.map(({ key, count, look }, at) => (
        <rect
          key={key}
          x={(320 * parts.slice(0, at).reduce((sum, part) => sum + part.count, 0)) / whole}
          width={(320 * count) / whole}
          height="16"
          fill={fillOf(look, pattern)}
        />
      ))}
    </svg>
  );
}

/** The sign of a part in a legend. */
export function Mark({ look }: { readonly look: Look }): ReactElement {
  const pattern = usePatternId();
  return (
    <svg viewBox="0 0 18 14" aria-hidden="true">
      <Patterns id={pattern} />
      <rect width="18" height="14" fill={fillOf(look, pattern)} />
    </svg>
  );
}

/** An id without the signs that an address within a picture cannot hold. */
const usePatternId = (): string => `pola-${useId().replaceAll(/[^0-9A-Za-z]/g, "")}`;

const fillOf = (look: Look, pattern: string): string =>
  ({
    full: "#0c6373",
    empty: "#fff",
    dotted: `url(#${pattern}-titik)`,
    striped: `url(#${pattern}-garis)`,
  })[look];

function Patterns({ id }: { readonly id: string }) {
  return (
    <>
      <pattern
        id={`${id}-garis`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect width="6" height="6" fill="#f6d9c4" />
        <rect width="2.5" height="6" fill="#8a3b12" />
      </pattern>
      <pattern id={`${id}-titik`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect width="6" height="6" fill="#d5ebe9" />
        <circle cx="3" cy="3" r="1.4" fill="#0c4757" />
      </pattern>
    </>
  );
}
