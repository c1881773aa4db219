import { accessOf } from './access.js';
import type { Instance } from './instance.js';

/** Tells where the product answers and, while nobody owns it, how to become its owner. */
export async function announce(instance: Instance): Promise<void> {
  console.log(`Jourfixe is ready: ${instance.config.publicUrl}`);
  await printSetupLink(instance);
}

async function printSetupLink(instance: Instance): Promise<void> {
  const path = await accessOf(instance).setupLink.find();
  if (path !== null)
    console.log(`Nobody owns it yet. Set it up here, once: ${instance.config.publicUrl}${path}`);
}
