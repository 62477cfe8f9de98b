// One quad a particle: round ones face the camera, fast ones are drawn out along their way.
in vec3 place;
in float size;
in vec3 velocity;
in float kind;       // 0 smoke, 1 dust, 2 spark, 3 drop, 4 flake, 5 spray, 6 leaf, 7 bubble, 8 flame
in vec4 tint;
in float seed;
out vec2 across;
out float view_depth;
flat out float thickness;
flat out float shape;
flat out float fate;
flat out vec4 paint;
flat out vec3 from_above;     // light from sky, sun and lamps on its way to the eye
flat out vec3 sun_side;       // where the sun is, seen from the quad
flat out vec3 sun_light;
uniform float open_s;         // how long the shutter is open
void main() {
    int corner = gl_VertexID;
    across = vec2(corner == 1 || corner == 2 || corner == 4 ? 1.0 : -1.0, corner == 2 || corner == 4 || corner == 5 ? 1.0 : -1.0);
    shape = kind; fate = seed; paint = tint;
    vec3 right = camera[0].xyz, up = camera[1].xyz;
    vec3 to_eye = eye.xyz - place;
    float far = max(length(to_eye), 0.01);
    int k = int(kind + 0.5);
    float wide = size, tall = size;
    if (k == 2 || k == 3) {
        float speed = length(velocity);
        if (speed > 0.05) {
            vec3 way = velocity / speed;
            vec3 side = cross(way, to_eye / far);
            float seen_from_side = length(side);
            right = seen_from_side > 1e-3 ? side / seen_from_side : right;
            up = way;
            tall = size + 0.5 * speed * open_s;
        }
        float pixel = lens.y * far * screen.w;
        float drawn = max(wide, 1.1 * pixel);
        paint.a *= wide / drawn;
        wide = drawn;
        tall = max(tall, drawn);
    } else if (k == 6) {
        float turn = seed * 6.2832 + eye.w * (1.5 + 3.0 * seed), tip = seed * 37.0 + eye.w * (2.0 + 2.5 * fract(seed * 7.0));
        vec3 axis = vec3(cos(turn), 0.0, sin(turn));
        right = axis;
        up = normalize(cross(vec3(-axis.z, 0.0, axis.x), axis) * cos(tip) + vec3(-axis.z, 0.0, axis.x) * sin(tip));
        // What has come to rest lies flat.
        float lies = 1.0 - smoothstep(0.02, 0.12, length(velocity));
        float rest = seed * 6.2832;
        right = normalize(mix(right, vec3(cos(rest), 0.0, sin(rest)), lies));
        up = normalize(mix(up, vec3(-sin(rest), 0.0, cos(rest)), lies));
        wide *= 0.6;
    } else if (k == 8) {
        up = normalize(up + 0.25 * vec3(velocity.x, 0.0, velocity.z));
        tall *= 1.35;
    } else {
        float turn = seed * 6.2832;
        vec3 r = right * cos(turn) + up * sin(turn);
        up = up * cos(turn) - right * sin(turn);
        right = r;
    }
    vec3 at = place + right * across.x * wide + up * across.y * tall;
    vec4 seen = view * vec4(at, 1.0);
    view_depth = -seen.z;
    thickness = max(size, 0.01);
    // Puffs so near that they would cover the picture fade out.
    paint.a *= kind < 1.5 ? smoothstep(1.2 * size + 0.05, 3.5 * size + 0.12, far) : smoothstep(0.15, 0.6, far);
    float night = sun_direction.w * (1.0 - tone.y);
    from_above = sky_ambient(vec3(0.0, 1.0, 0.0)) * (0.62 + 0.38 * night) + vec3(0.02, 0.03, 0.05) * night;
    sun_light = sun_color.rgb * (1.25 + 1.35 * night) * 0.3183099 * (1.0 - 0.9 * tone.y);
    int lamps = int(tone.z + 0.5);
    for (int i = 0; i < lamps; i++) {
        vec3 to = lamp_position[i].xyz - place;
        float d2 = dot(to, to), reach = d2 / (lamp_position[i].w * lamp_position[i].w);
        float window = clamp(1.0 - reach * reach, 0.0, 1.0);
        from_above += lamp_color[i].rgb * window * window / (d2 + 0.25) * 0.16;
    }
    sun_side = vec3(dot(sun_direction.xyz, right), dot(sun_direction.xyz, up), dot(sun_direction.xyz, camera[2].xyz));
    gl_Position = projection * seen;
}
