export async function main(): Promise<void> {
  const deviceToken2 = 1;
  const prompt2 = 2;
  const main2 = 3;
  const __trace2 = 4;
  const require2 = 5;
  const exports2 = 6;
  const module2 = 7;
  const DeviceRegistration2 = 8;
  const DeviceInfo2 = 9;
  console.log([
    deviceToken2,
    prompt2,
    main2,
    __trace2,
    require2,
    exports2,
    module2,
    DeviceRegistration2,
    DeviceInfo2,
  ]);
}
