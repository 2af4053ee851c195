/** The small survey with hostile text and every node of the dialect in it. */
import { fixtureFiles, recordOf, toPage } from './fixture-book.ts';

/** What means something to Typst, HTML or XML, and must not. */
export const hostile = [
  '#let x = 1', '#panic("no")', '@label', '<label>', '// no comment', '/* nor this */', '_under_score', '*star*',
  '`tick`', '[bracket]', '"quoted"', 'a~b', 'en -- dash', '= heading', '- item', '+ item', '/ term: x', '1. one',
  'back\\slash', '\\u{41}', '#[x]', '#{1 + 1}', 'a^2', "it's", '...', 'https://', '&amp;', '%', '{x}', '<!-- no -->', '<![CDATA[x]]>', '</p>', '<br>', ']]>', '&lt;',
]; // prettier-ignore

const escape = (text: string): string =>
  text.replace(/[\\`*_{}[\]<>#+\-.!|$~&"'/=:@]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Every node of the dialect, each in the way that people write it. */
const everything = `
Text with *emphasis*, **strong**, ~~deletion~~, \`code\`, [a link](https://example.org/), [another][ref], a note[^n] and the
same again[^n], $\\epsilon$-accurate, a line\\
break, <Cite paper="slow-delta" />, <Cite papers="forty-constituents slow-delta" />, <Cite work="kelvin1882" />,
<Cite paper="unknotting">a paper of another chapter</Cite> and a <Term id="regime">regime</Term>. See [below](#a-heading).

## A heading

1. First
   1. Inner

   With a paragraph.
2. Second

- [x] done
- [ ] open

> A quotation.

\`\`\`ts
const code = "#let x";
\`\`\`

---

| Left | Right |
| :--- | ----: |
| $x$  | 1     |
| <Term id="regime" /> | ${hostile.map((text) => escape(text)).join(' ')} |

$$
\\sum_{i=1}^n x_i
$$

### A smaller heading

<Note on="x">Aside.</Note>

<Note on="y">
  Another aside.
</Note>

In a line<Note on="z">Below the line.</Note> of text.

[ref]: https://example.org/ref
[^n]: The footnote says #more.
`;

export const fullFiles = fixtureFiles({
  'chapters/tides.mdx': `---\ntitle: "Tides of #x and @y"\nscope: ${JSON.stringify(hostile.slice(0, 9).join(' '))}\nsections: [{ name: Harmonic analysis }, { name: Estuaries & deltas }]\n---\n${everything}`,
  'papers/tides/hostile.mdx': toPage(
    { title: escape('#set page(1pt) = _T_ $5 @x <y>'), venue: '#[venue] *x*', method: 'M\\#1', headline: escape('Result: // not a comment') },
    `${escape(hostile.join(' '))} It has $a<b$ in it.\n\n## Notes\n\n<Note on="It has">Note ${escape('#x @y')}.</Note>\n\n## More\n\nFurther words.`,
  ),
  'records/hostile.json': recordOf('hostile'),
}); // prettier-ignore
