import { Document, Footer, HeadingLevel, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';

/* Plans as authorities write them in Word, invented and made here. */

export const h = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
export const h2 = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });
export const b = (text: string) => new Paragraph({ children: [new TextRun({ text, bold: true })] });
export const p = (text: string) => new Paragraph(text);

/** A table of these cells; a cell of several paragraphs is written as a list. */
export function t(...rows: (string | string[])[][]): Table {
  return new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map(
            (cell) => new TableCell({ children: [cell].flat().map((text) => new Paragraph(text)) }),
          ),
        }),
    ),
  });
}

export async function wordFileOf(children: (Paragraph | Table)[]): Promise<Buffer> {
  const footers = { default: new Footer({ children: [new Paragraph('Confidential: Asha Example')] }) };
  return Packer.toBuffer(new Document({ sections: [{ children, footers }] }));
}

/** A whole plan with each section under a heading of its own, and its provision in tables. */
export function aPlanInWord(changes: { name?: string; born?: string } = {}): Promise<Buffer> {
  return wordFileOf([
    h('Education, Health and Care Plan'),
    t(
      ['Full name', changes.name ?? 'Asha Example', 'Date of birth', changes.born ?? '4 May 2017'],
      ['NHS number', '943 476 5919', 'Plan issued on', '14/03/2024'],
    ),
    h('Section A: The views, interests and aspirations of the child and their parents'),
    b('My views'),
    p('I like it when the room is quiet.'),
    b('Hopes for the future'),
    p('I want to be a vet.'),
    h('Section B – Special Educational Needs'),
    h2('Communication and Interaction'),
    b('Strengths'),
    p('Asha speaks warmly of her friends.'),
    b('Needs'),
    p('Asha finds it hard to follow instructions of more than two parts.'),
    h2('Cognition & Learning'),
    p('Asha remembers little of what she has just heard.'),
    h('Section C: Health needs which relate to SEN'),
    p('Asha has epilepsy.'),
    h('Section D: Social care needs'),
    p('Asha’s family needs short breaks.'),
    h('Sections E and F: Outcomes and provision'),
    h2('Communication and Interaction'),
    t(
      ['Outcome', 'Special educational provision', 'Who will provide it?', 'How often'],
      [
        'By July 2026 Asha follows a three-part instruction.',
        ['A small group that teaches listening.', 'Visual timetables in each lesson.'],
        'Teaching assistant trained by a therapist',
        '3 times a week, 30 minutes',
      ],
      ['', 'Direct therapy', 'Speech and language therapist', 'Each half term'],
    ),
    h('Section G: Health provision'),
    p('An epilepsy nurse trains the school each year.'),
    h('Section H1'),
    p('Four hours of short breaks each week.'),
    h('Section H2'),
    p('A family support worker visits each month.'),
    h('Section I: Placement'),
    p('Fernton Primary School, a maintained school'),
    h('Section J: Personal budget'),
    p('No personal budget was asked for.'),
    h('Section K: Advice and information'),
    t(
      ['Advice', 'From', 'Date received', 'Appended'],
      ['Educational psychology', 'Dr Lee Invented', '12 January 2024', 'Yes'],
    ),
  ]);
}
