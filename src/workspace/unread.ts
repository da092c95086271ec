/** What is there and cannot be read: files and folders, with the reason of each, which ends the sentence that says so. */

export interface UnreadPlace {
  readonly uri: string;
  readonly reason: string;
  readonly isFolder: boolean;
}

export class UnreadPlaces {
  private readonly places = new Map<string, UnreadPlace>();

  get(uri: string): UnreadPlace | undefined {
    return this.places.get(uri);
  }

  set(place: UnreadPlace): void {
    this.places.set(place.uri, place);
  }

  /** Returns whether it was there. */
  delete(uri: string): boolean {
    return this.places.delete(uri);
  }

  uris(): IterableIterator<string> {
    return this.places.keys();
  }

  /** In order of their URIs. */
  all(): UnreadPlace[] {
    return [...this.places.values()].sort((a, b) => (a.uri < b.uri ? -1 : 1));
  }
}
