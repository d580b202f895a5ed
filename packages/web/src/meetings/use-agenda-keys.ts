import { useEffect } from "react";

/** `n` and `p` press the buttons for the next and the previous item, unless somebody is typing. */
export function useAgendaKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select");
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      const id = event.key === "n" ? "acara-berikut" : event.key === "p" ? "acara-sebelum" : null;
      const button = id === null ? null : document.getElementById(id);
      if (button instanceof HTMLButtonElement) button.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
}
