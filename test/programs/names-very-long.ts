export async function main(): Promise<void> {
  let theRegistrationOfTheDeviceOfThePersonWhoIsSignedInAtTheMoment = 1;
  theRegistrationOfTheDeviceOfThePersonWhoIsSignedInAtTheMoment += 1;
  console.log(theRegistrationOfTheDeviceOfThePersonWhoIsSignedInAtTheMoment);
}
