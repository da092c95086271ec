/** Says what has changed to whoever does not see it: in a place that stays while the page is drawn anew. */

let place: HTMLElement | undefined;

/** Says a text once; the same text again is not said. */
export function announce(words: string): void {
  if (!place) {
    place = document.createElement('div');
    place.setAttribute('role', 'status');
    place.className = 'announcement';
    document.body.append(place);
  }
  if (place.textContent !== words) place.textContent = words;
}
