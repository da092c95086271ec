/** The page on the whole screen, where the browser lets it: a panel of VS Code may not, and fills its place. */

/** Whether this page may be shown on the whole screen. */
export const mayFillScreen = (): boolean => document.fullscreenEnabled;

export const fillsScreen = (): boolean => document.fullscreenElement !== null;

/** Whether the page itself has asked for the end. */
let isAsked = false;

/** Shows the page on the whole screen; nothing happens where that is refused. */
export async function fillScreen(): Promise<void> {
  if (!mayFillScreen() || fillsScreen()) return;
  try {
    await document.documentElement.requestFullscreen();
  } catch {
    // Refused: the page fills its window, as before.
  }
}

export async function leaveScreen(): Promise<void> {
  if (!fillsScreen()) return;
  isAsked = true;
  try {
    await document.exitFullscreen();
  } catch {
    // It has ended by itself meanwhile.
  }
}

/**
 * Tells when the whole screen is taken or given back.
 * @param changed `isByReader`: it was given back by the reader's Esc, which a browser keeps for itself
 */
export function onScreenChange(changed: (isByReader: boolean) => void): void {
  document.addEventListener('fullscreenchange', () => {
    const isByReader = !fillsScreen() && !isAsked;
    isAsked = false;
    changed(isByReader);
  });
}
