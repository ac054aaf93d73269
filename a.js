await load(); await p.waitForTimeout(9000); await open('actions/inventory.ts'); await p.waitForTimeout(4000); await shot('3');
await p.click('.codelens-decoration a >> nth=0'); await p.waitForTimeout(2500); await shot('4');
