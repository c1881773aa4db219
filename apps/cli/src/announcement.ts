import type { Instance } from './instance.js';

/** Tells where the product answers and, while nobody owns it, how to become its owner. */
export async function announce(instance: Instance): Promise<void> {
  console.log(`Jourfixe is ready: ${instance.config.publicUrl}`);
  await printSetupLink(instance);
}

/** Seam: prints the one-time set-up link while there is no owner. */
async function printSetupLink(_instance: Instance): Promise<void> {}
