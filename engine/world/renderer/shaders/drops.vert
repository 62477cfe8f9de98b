// Rain streaks and snow flakes: a grid of drops tied to the world, wrapped around the camera.
uniform int snow;
out vec2 across;
out float alpha;
void main() {
    int drop = gl_VertexID / 6, corner = gl_VertexID % 6;
    vec2 side = vec2(corner == 1 || corner == 2 || corner == 4 ? 1.0 : -1.0, corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0);
    vec3 seed = vec3(hash1(vec2(drop, 0.7)), hash1(vec2(drop, 3.1)), hash1(vec2(drop, 5.9)));
    float speed = snow == 1 ? 0.9 + 0.5 * seed.x : 8.0 + 2.0 * seed.x;
    vec3 fall = vec3(weather.z, -speed, weather.w);
    vec3 box = snow == 1 ? vec3(14.0, 9.0, 14.0) : vec3(16.0, 10.0, 16.0);
    vec3 ahead = eye.xyz - camera[2].xyz * 6.0;
    vec3 p = seed * box + fall * eye.w;
    if (snow == 1) p.xz += 0.25 * vec2(sin(eye.w * (0.8 + seed.y) + seed.z * 30.0), cos(eye.w * (0.7 + seed.z) + seed.x * 30.0));
    vec3 corner_of_box = ahead - 0.5 * box;
    p = corner_of_box + mod(p - corner_of_box, box);
    vec3 to_eye = p - eye.xyz;
    float far = length(to_eye);
    vec3 toward = normalize(snow == 1 ? camera[1].xyz : fall);
    vec3 sideways = snow == 1 ? camera[0].xyz : normalize(cross(toward, to_eye));
    float pixel = 2.0 * lens.y * far * screen.w;
    float width = snow == 1 ? 0.009 + 0.012 * seed.y : 0.0016;
    float drawn = max(width, 0.55 * pixel);
    float tall = snow == 1 ? drawn : 0.14 + 0.10 * seed.z;
    alpha = width / drawn * smoothstep(0.35, 1.1, far) * smoothstep(9.0, 5.0, far);
    across = side;
    vec3 at = p + sideways * side.x * drawn + toward * side.y * tall;
    gl_Position = projection * view * vec4(at, 1.0);
    // Above the camera's roof nothing falls.
    if (tone.y > 0.5) gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
}
