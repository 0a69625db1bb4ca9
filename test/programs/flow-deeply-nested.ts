export async function main(): Promise<void> {
  if (true) {
    if (true) {
      if (true) {
        if (true) {
          if (true) {
            if (true) {
              if (true) {
                if (true) {
                  if (true) {
                    if (true) {
                      if (true) {
                        if (true) {
                          console.log("bottom");
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
}
