import { createHash } from 'node:crypto';
import type { Hash } from './serving.ts';

export const sha256: Hash = (canonical) => createHash('sha256').update(canonical).digest('hex');
