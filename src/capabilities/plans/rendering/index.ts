export type { Appendix } from './appendices.ts';
export { renderFacePdf } from './face-pdf.ts';
export { FACES, type FaceName, faceOf, type Turn } from './faces.ts';
export { GoldenThread, type ThreadWords } from './golden-thread.tsx';
export { Blocks, PlanDocument } from './plan-document.tsx';
export { renderCopy, renderLaidOut, renderPlanPdf, renderPlanToKeep } from './plan-pdf.ts';
export { renderPlanWord } from './plan-word.ts';
export { NO_NEEDS } from './rows.ts';
export { type PlanView, sayWhose, stampOf } from './view.ts';
