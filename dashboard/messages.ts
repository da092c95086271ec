/**
 * What the page of pictures and the editor that shows it say to each other. Neither end trusts the other: a message of any other form than
 * one of these is dropped.
 */
import { isRecord } from '../src/model/record.ts';
import type { News, SourcePlace } from '../src/pictures/data.ts';
import type { HistoryNews } from '../src/pictures/history-data.ts';

/** The name of the panel in VS Code, by which it is restored. */
export const panelType = 'isms.dashboard';

/** What the editor says to the page: {@link News} and {@link HistoryNews}, which it passes on as it got them. */
export type ToPage =
  | { readonly kind: 'pictures'; readonly pictures: object }
  | { readonly kind: 'problem'; readonly message: string }
  | { readonly kind: 'history'; readonly history: object }
  | { readonly kind: 'no-history'; readonly why: string };

/** What the page says to the editor. */
export type FromPage =
  /** It has begun, and shows what it is told. */
  | { readonly kind: 'ready' }
  /** Somebody wants to see the history. */
  | { readonly kind: 'history' }
  /** Shows a line of the text; `goes`: the reader goes there too. */
  | { readonly kind: 'reveal'; readonly place: SourcePlace; readonly goes: boolean }
  /** Asks the reader what is to be written into the text about a control or risk, and writes that. */
  | { readonly kind: 'write'; readonly about: About; readonly id: string }
  /** Gives a drawing to be written as a file. */
  | { readonly kind: 'save'; readonly file: SavedFile };

/**
 * What can be written: of a control whether it applies, why, and what shows it; of a risk that it is accepted, and when it was assessed; of both
 * what a management review has decided.
 */
export const abouts = ['decide', 'justify', 'prove', 'accept', 'assess', 'record'] as const;
export type About = (typeof abouts)[number];

/** A drawing as a file. */
export interface SavedFile {
  /** Without a folder and an ending. */
  readonly name: string;
  readonly ending: 'svg' | 'png';
  /** The text of the drawing; of pixels, the file in base64. */
  readonly content: string;
}

/** Names of files that a page may propose. */
const plainName = /^[a-z][a-z-]{0,60}$/;

/** More than any name has, in UTF-16 code units. */
const longestName = 300;

/** More than any drawing has, in UTF-16 code units. */
const mostContent = 64 * 1024 * 1024;

/** A message of the page, as far as it is one; undefined for all else. What is not part of it is left out. */
export function messageFromPage(value: unknown): FromPage | undefined {
  if (!isRecord(value)) return undefined;
  const { kind } = value;
  if (kind === 'ready' || kind === 'history') return { kind };
  if (kind === 'reveal') {
    const place = placeFrom(value.place);
    return place && typeof value.goes === 'boolean' ? { kind, place, goes: value.goes } : undefined;
  }
  if (kind === 'write') {
    const about = abouts.find(one => one === value.about);
    const { id } = value;
    return about && typeof id === 'string' && id !== '' && id.length <= longestName ? { kind, about, id } : undefined;
  }
  if (kind === 'save') {
    const file = fileFrom(value.file);
    return file && { kind, file };
  }
  return undefined;
}

/** What the editor tells, as far as the page can draw it. */
export function newsFrom(value: unknown): News | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, message, pictures } = value;
  if (kind === 'problem' && typeof message === 'string') return { kind, message };
  if (kind !== 'pictures' || !isRecord(pictures) || pictures.version !== 1) return undefined;
  const { landscape, soa, trace, suppositions, calendar, meeting, damage } = pictures;
  const isWhole =
    isRecord(landscape) &&
    Array.isArray(landscape.risks) &&
    Array.isArray(landscape.levels) &&
    isRecord(soa) &&
    Array.isArray(soa.controls) &&
    isRecord(soa.counts) &&
    isRecord(trace) &&
    Array.isArray(trace.nodes) &&
    Array.isArray(trace.links) &&
    Array.isArray(suppositions) &&
    Array.isArray(calendar) &&
    isRecord(meeting) &&
    Array.isArray(meeting.risks) &&
    Array.isArray(meeting.controls) &&
    Array.isArray(damage);
  return isWhole ? (value as unknown as News) : undefined;
}

/** What somebody who was asked for the history tells, as far as the page can draw it. */
export function historyFrom(value: unknown): HistoryNews | undefined {
  if (!isRecord(value)) return undefined;
  const { kind, why, history } = value;
  if (kind === 'no-history' && typeof why === 'string') return { kind, why };
  if (kind !== 'history' || !isRecord(history) || history.version !== 1) return undefined;
  const { methods, risks, metrics, moments, failed } = history;
  const isWhole = [methods, risks, metrics, moments, failed].every(Array.isArray);
  return isWhole ? (value as unknown as HistoryNews) : undefined;
}

/** The ISMS that a kept state of a page is about, by the URI of its folder; undefined where it does not say so. */
export const keptIsms = (state: unknown): string | undefined =>
  isRecord(state) && typeof state.isms === 'string' ? state.isms : undefined;

/** Whether pictures name a file of the sources, so that no page can have any other opened. */
export function isNamedIn(pictures: unknown, path: string): boolean {
  if (Array.isArray(pictures)) return pictures.some(one => isNamedIn(one, path));
  if (!isRecord(pictures)) return false;
  return placeFrom(pictures)?.path === path || Object.values(pictures).some(one => isNamedIn(one, path));
}

function placeFrom(value: unknown): SourcePlace | undefined {
  if (!isRecord(value)) return undefined;
  const { path, line, column } = value;
  const isPlace = typeof path === 'string' && path !== '' && isCount(line) && isCount(column);
  return isPlace ? { path, line, column } : undefined;
}

function fileFrom(value: unknown): SavedFile | undefined {
  if (!isRecord(value)) return undefined;
  const { name, ending, content } = value;
  if (typeof name !== 'string' || !plainName.test(name) || typeof content !== 'string') return undefined;
  if ((ending !== 'svg' && ending !== 'png') || content.length > mostContent) return undefined;
  return ending === 'svg' || isBase64(content) ? { name, ending, content } : undefined;
}

/** A number of a line or column, from 1. */
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;

const isBase64 = (text: string): boolean => text.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(text);
