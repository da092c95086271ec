/** Logo and colour of documents in the configuration: what cannot be read or does not belong to the ISMS is told, with what to do. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rules } from '../../../src/rules/generated/registry.ts';
import { inEnglish } from '../../../src/wording/wording.ts';
import { parseConfig } from '../../../src/workspace/configuration/config.ts';
import {
  contrast,
  documentGround,
  leastContrast,
  readableShade,
} from '../../../src/workspace/configuration/contrast.ts';
import { ruleNames } from '../../../src/workspace/configuration/setting.ts';

const names = ruleNames(rules);
const read = (documents: object) => {
  const { config, problems } = parseConfig(JSON.stringify({ documents }), names);
  return { config, told: problems.map(({ message }) => inEnglish(message)) };
};

const hexadecimal = fc.integer({ min: 0, max: 0xffffff }).map(number => `#${number.toString(16).padStart(6, '0')}`);

describe('the colour', () => {
  test('counts where words can be read in it, on every ground, and else is told with one that can', () => {
    fc.assert(
      fc.property(hexadecimal, colour => {
        const { config, told } = read({ colour });
        const isReadable = contrast(colour, documentGround) >= leastContrast;
        expect(config.documentsColour).toBe(isReadable ? colour : undefined);
        if (isReadable) {
          expect(told).toEqual([]);
          expect(contrast(colour, '#ffffff')).toBeGreaterThanOrEqual(leastContrast);
        } else {
          const [, shade] = /a shade of it that has is "(#[0-9a-f]{6})"\.$/.exec(told[0] ?? '') ?? [];
          expect(read({ colour: shade }).told).toEqual([]);
        }
      }),
    );
  });

  test('says what it is measured against', () => {
    expect(read({ colour: '#ffcc00' }).told).toEqual([
      expect.stringMatching(
        /^"colour" has to be darker: on the light ground of documents #ffcc00 has a contrast of 1\.\d : 1, and words need 4\.5 : 1/,
      ),
    ]);
    expect(read({ colour: 'green' }).told).toEqual(['"colour" has to be a colour such as "#0a5c36".']);
    expect(read({ colour: 7 }).told).toEqual(['"colour" has to be a colour such as "#0a5c36".']);
  });

  test('contrast is that of WCAG', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#777777', '#ffffff')).toBeLessThan(leastContrast);
  });

  test('a shade towards white can be read on a dark page', () => {
    fc.assert(
      fc.property(hexadecimal, colour => {
        expect(contrast(readableShade(colour, '#ffffff', '#12171e'), '#12171e')).toBeGreaterThanOrEqual(leastContrast);
      }),
    );
  });
});

describe('the logo', () => {
  test.each(['logo.png', 'a/b c/Logo (1).JPEG', 'Zeichen-äöü.jpg', '..logo.png', 'a..b/c.png'])('%s counts', logo => {
    expect(read({ logo })).toEqual({ config: { documentsLogo: logo }, told: [] });
  });

  test.each([
    ['../logo.png', 'put a copy there'],
    ['a/../../logo.png', 'put a copy there'],
    ['/etc/logo.png', 'put a copy there'],
    ['C:/logo.png', 'put a copy there|nothing is fetched'],
    ['..\\logo.png', 'put a copy there'],
    ['a\\logo.png', 'has to have / between folders'],
    ['https://example.org/logo.png', 'nothing is fetched'],
    ['//example.org/logo.png', 'nothing is fetched'],
    ['data:image/png;base64,AAAA.png', 'nothing is fetched'],
    ['file:///etc/logo.png', 'nothing is fetched'],
    ['logo.svg', 'has to be a PNG or JPEG: PDF'],
    ['logo.gif', 'as in "logo.png"'],
    ['a//logo.png', 'as in "logo.png"'],
    ['./logo.png', 'as in "logo.png"'],
    ['.png', 'as in "logo.png"'],
    ['lo\u0000go.png', 'as in "logo.png"'],
    [`${'a'.repeat(500)}.png`, 'at most 500 characters'],
  ])('%s is told, and does not count', (logo, words) => {
    const { config, told } = read({ logo });
    expect(config).toEqual({});
    expect(told).toEqual([expect.stringMatching(new RegExp(`^"logo" .*(?:${words})`))]);
  });
});
